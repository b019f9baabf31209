import type { ThemeComponent } from '../theme/components.ts';
import type { Library } from '../types.ts';
import type { BodySettings } from './bodies.ts';

/** The part of a site that is compiled into the renderer, instead of being read when pages are rendered. */
export interface CompiledContent {
  settings: BodySettings;
  /** Articles and standalone pages in MDX, content-relative. */
  mdxFiles: string[];
  /** The newsroom's own components for them. */
  components: ThemeComponent[];
}

export function compiledContentOf({ site, articles, pages, components }: Library): CompiledContent {
  const { url, typesetting, disabledRules, digits, embeds, labels, images } = site;
  const { names, files } = components;
  const mdxFiles = [...articles, ...pages].filter(({ format }) => format === 'mdx').map(({ file }) => file);
  return {
    settings: {
      url,
      typesetting,
      disabledRules,
      digits,
      embeds,
      labels,
      images: images.media === undefined ? {} : { media: images.media },
      components: names,
    },
    mdxFiles,
    components: files,
  };
}
