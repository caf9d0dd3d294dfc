import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  type KeyObject,
  randomFillSync,
} from 'node:crypto';

/** A key of 32 bytes, and the name under which sealed texts remember it; the name tells nothing of the key. */
export type Key = { readonly name: string; readonly secret: KeyObject };

/** A sealed text that cannot be opened: its key is not here, or it was changed since. */
export class BrokenSeal extends Error {}

/** Seals texts, so that nothing of them can be read without the key, nor changed unseen. */
export type Seal = {
  seal(content: string | Uint8Array): string;
  /** What every text begins with that was sealed with the key that seals now. */
  readonly mark: string;
  /** The bytes that were sealed, a text in UTF-8. Throws a BrokenSeal when it was sealed with a key that is not here, or changed since. */
  open(sealed: string): Buffer;
};

/** How long a key is. */
export const KEY_BYTES = 32;

/** A multiple of three, so that the name can be read off the sealed text without opening it. */
const NAME = 6;
const NONCE = 12;
const TAG = 16;
const ALGORITHM = 'aes-256-gcm';

export const createKey = (bytes: Buffer): Key => ({
  name: createHash('sha256')
    .update('campanile key')
    .update(bytes)
    .digest('hex')
    .slice(0, NAME * 2),
  secret: createSecretKey(bytes),
});

/** Random bytes, drawn in advance: asking the machine for twelve at a time costs more than the sealing. */
const createNonces = (): (() => Buffer) => {
  const pool = Buffer.alloc(NONCE * 512);
  let at = pool.length;
  return () => {
    if (at === pool.length) {
      randomFillSync(pool);
      at = 0;
    }
    at += NONCE;
    return pool.subarray(at - NONCE, at);
  };
};

/** AES-256-GCM. The first key seals, all open: a sealed text begins with the name of its key. */
export const createSeal = (keys: readonly [Key, ...Key[]]): Seal => {
  const [writing] = keys;
  const name = Buffer.from(writing.name, 'hex');
  const secrets = new Map(keys.map((key) => [key.name, key.secret]));
  const nextNonce = createNonces();
  return {
    mark: name.toString('base64'),
    seal: (content) => {
      const nonce = nextNonce();
      const cipher = createCipheriv(ALGORITHM, writing.secret, nonce);
      const body = typeof content === 'string' ? cipher.update(content, 'utf8') : cipher.update(content);
      cipher.final();
      return Buffer.concat([name, nonce, body, cipher.getAuthTag()]).toString('base64');
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64');
      const secret = secrets.get(bytes.toString('hex', 0, NAME));
      if (!secret) throw new BrokenSeal('something is sealed with a key that is not in the key file');
      try {
        const nonce = bytes.subarray(NAME, NAME + NONCE);
        const decipher = createDecipheriv(ALGORITHM, secret, nonce, { authTagLength: TAG });
        decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
        const content = decipher.update(bytes.subarray(NAME + NONCE, bytes.length - TAG));
        decipher.final();
        return content;
      } catch (cause) {
        throw new BrokenSeal('something sealed was changed since', { cause });
      }
    },
  };
};
