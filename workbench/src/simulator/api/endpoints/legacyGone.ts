import { providerError } from '../../errors/providerError';

/** The legacy template endpoints after their announced end. */
export const legacyGone = providerError(404, 'Not Found');
