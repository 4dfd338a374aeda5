import { base64, fromBase64, systemRandom, type Bytes } from './format/bytes';
import type { PasskeySecret } from './format/kdf';

/** A passkey as the keyring keeps it, both base64. */
export type Passkey = Omit<PasskeySecret, 'prf'>;

/** The edge to WebAuthn. Its prompt belongs to the page; the answer goes to the keys at once and is wiped by whoever asked. */
export interface Authenticator {
  readonly available: () => boolean;
  /** `userName` is kept by the authenticator and shown by it to anybody: it must name nobody. null: given up, or it cannot give a key. */
  readonly create: (userName: string) => Promise<PasskeySecret | null>;
  /** One prompt for all of them. null: given up, or none is here. */
  readonly get: (passkeys: readonly Passkey[]) => Promise<PasskeySecret | null>;
}

const SALT_BYTES = 32;
/** ES256, EdDSA, RS256: its signature is not used, only its PRF. */
const ALGORITHMS = [-7, -8, -257];

/** WebAuthn level 3 with the prf extension. */
export function browserAuthenticator(): Authenticator {
  async function get(passkeys: readonly Passkey[]): Promise<PasskeySecret | null> {
    const byUrlId = new Map(passkeys.map((passkey) => [urlBase64(passkey.webauthnId), passkey]));
    const evalByCredential = Object.fromEntries([...byUrlId].map(([id, { salt }]) => [id, { first: fromBase64(salt) }]));
    const credential = await prompted(() => navigator.credentials.get({
      publicKey: {
        challenge: systemRandom(32), rpId: location.hostname, userVerification: 'required', timeout: 60_000, extensions: { prf: { evalByCredential } },
        allowCredentials: passkeys.map(({ webauthnId }) => ({ type: 'public-key', id: fromBase64(webauthnId) })),
      },
    }));
    const passkey = credential && byUrlId.get(urlBase64(base64(new Uint8Array(credential.rawId))));
    const prf = credential && prfOf(credential);
    return passkey && prf ? { ...passkey, prf } : null;
  }

  return {
    available: () => 'PublicKeyCredential' in globalThis && 'navigator' in globalThis && 'credentials' in navigator,
    async create(userName) {
      const salt = systemRandom(SALT_BYTES);
      const credential = await prompted(() => navigator.credentials.create({
        publicKey: {
          challenge: systemRandom(32), rp: { id: location.hostname, name: 'Steading' }, user: { id: systemRandom(16), name: userName, displayName: userName },
          pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })), timeout: 60_000, attestation: 'none',
          authenticatorSelection: { userVerification: 'required', residentKey: 'discouraged' }, extensions: { prf: { eval: { first: salt } } },
        },
      }));
      if (credential?.getClientExtensionResults().prf?.enabled !== true) return null;
      const passkey = { webauthnId: base64(new Uint8Array(credential.rawId)), salt: base64(salt) };
      const prf = prfOf(credential);
      // Many authenticators answer the salt only when they are asked a second time.
      return prf ? { ...passkey, prf } : get([passkey]);
    },
    get,
  };
}

/** null where the officer gave up, ran out of time, or the authenticator refused: WebAuthn does not say which. */
async function prompted(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential | null> {
  try {
    const credential = await ask();
    return credential instanceof PublicKeyCredential ? credential : null;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function prfOf(credential: PublicKeyCredential): Bytes | null {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (!(first instanceof ArrayBuffer)) return null;
  const bytes = new Uint8Array(first);
  return bytes.length === 32 ? bytes : null;
}

function urlBase64(text: string): string {
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
