/** The origin of YouTube's player without cookies. */
export const videoPlayerOrigin = 'https://www.youtube-nocookie.com';

const urlPatterns = [
  /^https:\/\/(?:www\.|m\.)?youtube\.com\/watch\?(?:[^#]*&)?v=([\w-]{11})(?:[&#]|$)/,
  /^https:\/\/(?:www\.|m\.)?youtube\.com\/(?:shorts|live|embed)\/([\w-]{11})(?:[/?#]|$)/,
  /^https:\/\/youtu\.be\/([\w-]{11})(?:[?#]|$)/,
];

/** Returns the video id in a YouTube URL; undefined for any other URL. */
export function youtubeId(url: string): string | undefined {
  for (const pattern of urlPatterns) {
    const id = pattern.exec(url)?.[1];
    if (id !== undefined) return id;
  }
  return undefined;
}
