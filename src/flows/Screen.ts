import type { ModalScreen } from '../blocks/ModalScreen';

/** What a position of a journey shows: a modal, a modal with errors under its fields, or nothing of its own. */
export type Screen = { kind: 'modal'; modal: ModalScreen; errors?: Record<string, string> } | { kind: 'nothing' };
