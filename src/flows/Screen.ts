import type { ModalScreen } from '../blocks/ModalScreen';

/**
 * What a position of a journey shows: a modal, a modal with errors under its fields, the same in a contextual bar, or
 * nothing of its own.
 */
export type Screen =
  { kind: 'modal'; modal: ModalScreen; surface?: 'bar'; errors?: Record<string, string> } | { kind: 'nothing' };
