/** Signs that HTML, Markdown or MDX read as something else. */
const meaningful = /[&<>"*_`~[\]{}\\|$^!]/g;

/** Writes text between tags so that it means itself in HTML and in MDX, which reads it as Markdown. */
export function escapeEverywhere(text: string): string {
  return text.replace(meaningful, (sign) => `&#${sign.charCodeAt(0)};`);
}
