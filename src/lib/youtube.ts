const shapes = [
  /^https:\/\/(?:www\.|m\.)?youtube\.com\/watch\?(?:[^#]*&)?v=([\w-]{11})(?:[&#]|$)/,
  /^https:\/\/(?:www\.|m\.)?youtube\.com\/(?:shorts|live|embed)\/([\w-]{11})(?:[/?#]|$)/,
  /^https:\/\/youtu\.be\/([\w-]{11})(?:[?#]|$)/,
];

/** The id of the video that an address of YouTube leads to, or nothing for any other address. */
export function youtubeId(url: string): string | undefined {
  for (const shape of shapes) {
    const id = shape.exec(url)?.[1];
    if (id !== undefined) return id;
  }
  return undefined;
}
