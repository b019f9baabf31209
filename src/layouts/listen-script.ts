/**
 * The entry point of the script that reads an article aloud, which `SiteLayout.astro` bundles separately (`?worker&url`):
 * it is loaded when a reader presses «استمع». Its file name is part of the URL of the published script.
 */
import { addPageStyles } from '../client/page-styles.ts';
import { startReading } from '../client/reader-voice.ts';
import styles from '../styles/listening.css?inline';

addPageStyles(styles);
startReading();
