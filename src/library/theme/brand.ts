import type { Problem } from '../../schema/problem.ts';
import { type Site, siteFile } from '../../schema/site.ts';
import { placeIn, pointTo } from '../../schema/yaml/places.ts';
import type { ContentFile } from '../content/content-files.ts';
import type { Settings } from '../content/settings.ts';
import type { ImageStore } from '../images/images.ts';
import { locateFile } from '../located-files.ts';
import type { FileDirectories } from '../public-files.ts';
import { publisherIcon, readIcon, type SiteIcon } from './icons.ts';
import { type Logo, readLogo } from './logo.ts';

interface Brand {
  logo?: Logo;
  icon?: SiteIcon;
  problems: Problem[];
  notices: string[];
}

/** Reads the logo and the icon of the theme. */
export async function readBrand(theme: readonly ContentFile[], images: ImageStore): Promise<Brand> {
  const logo = await readLogo(theme, images);
  const icon = await readIcon(theme);
  const notices = [...logo.notices, ...icon.notices];
  return { ...logo, ...icon, problems: [...logo.problems, ...icon.problems], notices };
}

/**
 * Reports the paper's logo if it is a drawing that cannot be published. A missing one is reported by `checkTogether`.
 */
export async function refuseDrawings(
  { site, places }: Settings,
  images: ImageStore,
  options: FileDirectories,
): Promise<Problem[]> {
  const { logo = '' } = site.publisher;
  const isOwn = logo.startsWith('/') && /\.svg$/i.test(logo) && locateFile(logo, siteFile, options) !== undefined;
  const picture = isOwn ? await images.resolve(logo, siteFile) : undefined;
  if (picture === undefined || !('problem' in picture)) return [];
  return [{ file: siteFile, ...pointTo(placeIn(places, 'publisher.logo')), message: picture.problem }];
}

/** Search engines read no drawings: a publisher without a logo has the icon of its site. */
export function withPublisherLogo(site: Site, icon: SiteIcon | undefined): Site {
  if (icon === undefined || site.publisher.logo !== undefined) return site;
  return { ...site, publisher: { ...site.publisher, logo: publisherIcon } };
}
