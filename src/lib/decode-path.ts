/** Decodes a part of a URL: a segment, a name, a fragment. What cannot be decoded is returned as it is. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Decodes a whole path, in which the encoded signs of URLs stay encoded: `%2F`. Returns it as it is if it cannot. */
export function decodePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
