import { writeProofs } from './writeProofs';

/** `npm run proofs:write` draws `docs/proofs.md` and its plots from `docs/proofs/*.json`. */
void writeProofs();
