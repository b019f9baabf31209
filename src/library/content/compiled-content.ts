import type { PictureSettings } from '../images/service-pictures.ts';
import type { ThemeComponent } from '../theme/components.ts';
import type { Library } from '../types.ts';
import type { BodySettings } from './bodies.ts';

/** The part of a site that is compiled into the renderer, instead of being read when pages are rendered. */
export interface CompiledContent {
  settings: BodySettings & PictureSettings;
  /** Articles and standalone pages in MDX, content-relative. */
  mdxFiles: string[];
  /** The newsroom's own components for them. */
  components: ThemeComponent[];
}

export function compiledContentOf({ site, articles, pages, components }: Library): CompiledContent {
  const { url, stagingOf, typesetting, disabledRules, digits, embeds, labels, images } = site;
  const { names, files } = components;
  const mdxFiles = [...articles, ...pages].filter(({ format }) => format === 'mdx').map(({ file }) => file);
  return {
    settings: {
      url,
      ...(stagingOf !== undefined && { stagingOf }),
      typesetting,
      disabledRules,
      digits,
      embeds,
      labels,
      images,
      components: names,
    },
    mdxFiles,
    components: files,
  };
}
