import type { Site } from '../schema/site.ts';

export type ShareTarget = Site['share'][number];

export interface ShareLink {
  target: ShareTarget;
  url: string;
}

/**
 * Composes links that open each network with the title and the link filled in, so that the page needs no script of any
 * network.
 */
export function shareLinks(targets: readonly ShareTarget[], title: string, link: string): ShareLink[] {
  const text = encodeURIComponent(title);
  const url = encodeURIComponent(link);
  const urls: Record<ShareTarget, string> = {
    whatsapp: `https://wa.me/?text=${encodeURIComponent(`${title}\n${link}`)}`,
    telegram: `https://t.me/share/url?url=${url}&text=${text}`,
    x: `https://x.com/intent/post?text=${text}&url=${url}`,
    facebook: `https://www.facebook.com/sharer/sharer.php?u=${url}`,
    mail: `mailto:?subject=${text}&body=${encodeURIComponent(`${title}\n${link}`)}`,
  };
  return targets.map((target) => ({ target, url: urls[target] }));
}
