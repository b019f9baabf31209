import { isAbsoluteUrl } from '../../../src/lib/written-urls.ts';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import type { BodyOptions, RenderedBody, ResolveImage } from '../../../src/markdown/types.ts';

/** Resolves SVG files to one drawing, names with «missing» to a problem, and all other images to one photograph. */
export const resolveImage: ResolveImage = async (src, from) => {
  if (src.includes('missing')) return { problem: `لا ملف للصورة «${src}».` };
  const source = src.startsWith('/') ? src : `${from.slice(0, from.lastIndexOf('/') + 1)}${src}`;
  if (isAbsoluteUrl(src)) return { problem: 'remote', isPassed: true };
  if (src.endsWith('.svg')) return { src: '/_images/d.svg', width: 320, height: 200, sources: [], source };
  const sources = [
    { type: 'image/avif', srcset: '/_images/p-800.avif 800w' },
    { type: 'image/webp', srcset: '/_images/p-800.webp 800w' },
  ];
  return { src: '/_images/p-1200.jpg', width: 1200, height: 800, sources, source };
};

export function render(text: string, options: BodyOptions = { imageSizes: '50vw' }): Promise<RenderedBody> {
  const source = { file: 'articles/a.md', text, firstLine: 1, format: 'md' } as const;
  return renderMarkdown(source, resolveImage, options);
}

export function renderMdx(text: string, firstLine = 1, options?: BodyOptions): Promise<RenderedBody> {
  return renderMarkdown({ file: 'articles/a.mdx', text, firstLine, format: 'mdx' }, resolveImage, options);
}

export async function html(text: string, options?: BodyOptions): Promise<string> {
  return (await render(text, options)).html;
}

export const photo = (alt = '') =>
  '<picture><source type="image/avif" srcset="/_images/p-800.avif 800w" sizes="50vw">' +
  '<source type="image/webp" srcset="/_images/p-800.webp 800w" sizes="50vw">' +
  `<img src="/_images/p-1200.jpg" alt="${alt}" width="1200" height="800" loading="lazy" decoding="async"></picture>`;
