import type { ShownAlert } from '../model/breaking.ts';
import { strings } from '../strings/interface.ts';
import breakingStyles from '../styles/breaking.css?url';

/**
 * Writes the file that pages ask for alerts. Beside them it has what the bar needs besides, so that pages without an
 * alert carry none of it: its words and its style sheet.
 */
export function writeAlerts(alerts: readonly ShownAlert[]): string {
  if (alerts.length === 0) return '{"alerts":[]}\n';
  const { label, close } = strings.breaking;
  return `${JSON.stringify({ label, close, sheet: breakingStyles, alerts })}\n`;
}
