import { generateKeyPairSync } from 'node:crypto';
import type { IInternalFederationBridge } from '@rocket.chat/apps-engine/server/bridges/IInternalFederationBridge';
import type { SecretCollection, SecretDocument } from '../../store/collections/SecretCollection';

/** The keys with which the engine signs installed apps. Kept in the store: an app must still fit its signature later. */
export class WorkbenchInternalFederationBridge implements IInternalFederationBridge {
  readonly #secrets: SecretCollection;

  constructor(secrets: SecretCollection) {
    this.#secrets = secrets;
  }

  async getPrivateKey(): Promise<string> {
    return this.#keys().privateKey;
  }

  async getPublicKey(): Promise<string> {
    return this.#keys().publicKey;
  }

  #keys(): SecretDocument {
    const known = this.#secrets.get('federation-keys');
    if (known) return known;
    const { privateKey, publicKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    return this.#secrets.put({ _id: 'federation-keys', privateKey, publicKey });
  }
}
