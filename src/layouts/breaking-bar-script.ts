/**
 * The entry point of the script of the breaking bar, which `SiteLayout.astro` bundles separately (`?worker&url`): pages
 * load it only when there is an alert. Its file name is part of the URL of the published script.
 */
import { startBreakingBar } from '../client/breaking-bar.ts';

startBreakingBar();
