import { areReactionsRefused } from '../reactionsRefused';
import type { Check } from './Exam';

/** May customers' reactions stand on the messages of conversations that agents have taken? Nobody knows before the first. */
export const checkReactions: Check = async ({ host }) =>
  (await areReactionsRefused(host))
    ? [{ level: 'doubtful', says: { key: 'doctor:reactionsRefused', params: { permission: 'view-livechat-rooms' } } }]
    : [];
