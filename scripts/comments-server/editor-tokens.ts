import { createHmac } from 'node:crypto';
import type { EditorAccount } from './editor-account.ts';

/** The tokens that the gate gives an editor who signs in. Waline's own tokens never expire, so no one gets them. */
export interface EditorTokens {
  issue(): Promise<string>;
  /** Returns whether the gate issued the token for this account, and it has not expired. */
  isValid(token: string): Promise<boolean>;
}

const secondsPerDay = 24 * 3600;
const algorithm = 'HS256';

/**
 * Creates the tokens of the editor's account. Their key is derived from the secret, the account's e-mail address and its
 * password hash: when one of them changes, all earlier tokens are invalid.
 * @param jwt comes from the installation, because the server runs without the site's packages
 * @param days how long a token is valid
 */
export function createEditorTokens(
  jwt: Pick<typeof import('hono/jwt'), 'sign' | 'verify'>,
  secret: string,
  readAccount: () => EditorAccount | undefined,
  days: number,
): EditorTokens {
  return {
    issue: () => {
      const now = Math.floor(Date.now() / 1000);
      return jwt.sign({ iat: now, exp: now + days * secondsPerDay }, keyOf(readAccount(), secret), algorithm);
    },
    isValid: async (token) => {
      const account = readAccount();
      if (account === undefined) return false;
      return jwt.verify(token, keyOf(account, secret), algorithm).then(
        () => true,
        () => false,
      );
    },
  };
}

function keyOf(account: EditorAccount | undefined, secret: string): string {
  const { id, email, passwordHash } = account ?? {};
  return createHmac('sha256', secret)
    .update(JSON.stringify(['editor token', id, email, passwordHash]))
    .digest('hex');
}
