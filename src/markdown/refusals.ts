import { type EmbedProvider, findEmbed } from '../lib/embeds/providers.ts';
import { appPages, findUrlFault, linkSchemes, schemeOf, webSchemes } from '../lib/link-schemes.ts';
import { messages } from './messages.ts';

type TagMessage = (tag: string) => string;

/** Tags that are reported. The allow-list would remove them anyway, but silently. */
const refusedTags = new Map<string, TagMessage>([
  ...tags(['script', 'noscript'], messages.scriptTag),
  ...tags(['iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'portal'], messages.frameTag),
  ...tags(['style', 'link'], messages.styleTag),
  ...tags(['form', 'input', 'textarea', 'select', 'button', 'fieldset'], messages.formTag),
  ...tags(['svg', 'math', 'canvas'], messages.drawingTag),
  ...tags(['meta', 'base', 'title', 'template', 'plaintext', 'xmp', 'noembed', 'noframes'], messages.pageTag),
  ...tags(['html', 'head', 'body'], messages.pageTag),
]);

const urlAttributes = new Set(['href', 'src', 'cite', 'action', 'formaction', 'poster', 'data', 'url', 'xlink:href']);
/** The programs that make frames of the embedding codes of social networks. */
const embedScript =
  /^(?:https?:)?\/\/(?:platform\.(?:twitter|x|instagram)\.com|(?:www\.)?(?:instagram|tiktok)\.com\/embed\.js|telegram\.org\/js\/|connect\.facebook\.net)/i;

/** Explains to the author why a tag or URL is not accepted. */
export interface Refusal {
  /** Arabic, as in `BodyProblem`. */
  message: string;
  /** What to write instead, verbatim. */
  suggestion?: string;
  /** A URL that was written with an error, and the one that was certainly meant. */
  correction?: { written: string; meant: string };
}

/**
 * Checks an opening tag of HTML or JSX; names are case-insensitive. Undefined when nothing is wrong.
 * @param allowed the providers whose pages become frames in this site
 */
export function refuseTag(
  name: string,
  attributes: Readonly<Record<string, string>>,
  allowed: readonly EmbedProvider[],
): Refusal | undefined {
  const tag = name.toLowerCase();
  const message = refusedTags.get(tag);
  if (message) {
    return refuseEmbed(tag, attributes, allowed) ?? { message: message(tag) };
  }
  for (const [attribute, value] of Object.entries(attributes)) {
    if (/^on/i.test(attribute)) return { message: messages.handler(attribute) };
    if (urlAttributes.has(attribute.toLowerCase())) {
      const schemes = attribute.toLowerCase() === 'href' ? linkSchemes : webSchemes;
      const refusal = tag === 'img' ? refuseImageSource(value) : refuseUrl(value, schemes);
      if (refusal) return refusal;
    }
  }
  if (tag === 'img' && attributes.src === undefined) return { message: messages.imageWithoutPath() };
  return undefined;
}

/** Explains what to write instead of the embedding code of a provider; undefined for any other tag. */
function refuseEmbed(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  allowed: readonly EmbedProvider[],
): Refusal | undefined {
  const { src = '' } = attributes;
  const embed = tag === 'iframe' ? findEmbed(src) : undefined;
  if (embed) return { message: messages.embedFrame(allowed.includes(embed.provider)), suggestion: embed.page };
  if (tag !== 'script' || !embedScript.test(src)) return undefined;
  const post = findEmbed(`https://t.me/${attributes['data-telegram-post'] ?? ''}`);
  const isFramed = post ? allowed.includes(post.provider) : allowed.length > 0;
  return { message: messages.embedScript(isFramed), ...(post && { suggestion: post.page }) };
}

/** Checks the URL of a link, or of a video: its scheme must be one of those that are accepted. */
export function refuseUrl(url: string, accepted: readonly string[] = linkSchemes): Refusal | undefined {
  const fault = findUrlFault(url, accepted);
  if (fault === undefined) return undefined;
  const { kind, scheme, meant } = fault;
  const sentences = {
    script: () => messages.scriptUrl(scheme),
    app: () => messages.appUrl(scheme, appPages.get(scheme) ?? ''),
    scheme: () => messages.unknownScheme(scheme, accepted),
    misspelt: () => messages.misspeltUrl(url),
    bare: () => messages.bareUrl(url),
  };
  return { message: sentences[kind](), ...(meant !== undefined && { correction: { written: url, meant } }) };
}

/** Checks the URL of an image: it must be a file in the content directory, or use http or https. */
export function refuseImageSource(src: string): Refusal | undefined {
  if (src.trim() === '') return { message: messages.imageWithoutPath() };
  const scheme = schemeOf(src);
  if (scheme === 'data') return { message: messages.embeddedImage() };
  const fault = findUrlFault(src, webSchemes);
  if (fault?.kind === 'script') return { message: messages.scriptUrl(scheme) };
  if (scheme !== '' && scheme !== 'http' && scheme !== 'https') return { message: messages.imageElsewhere(src) };
  return undefined;
}

function tags(names: readonly string[], message: TagMessage): [string, TagMessage][] {
  return names.map((name) => [name, message]);
}
