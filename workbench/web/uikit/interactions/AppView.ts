import type { ButtonElement, LayoutBlock, TextObject } from '@rocket.chat/ui-kit';

/**
 * A modal, contextual bar or banner as the app sent it. It keeps every field that came, because it goes back whole with a
 * submit.
 */
export type AppView = {
  readonly appId: string;
  readonly id: string;
  readonly blocks: LayoutBlock[];
  readonly title?: TextObject | string;
  readonly close?: ButtonElement;
  readonly submit?: ButtonElement;
  readonly showIcon?: boolean;
  /** A banner's looks. */
  readonly inline?: boolean;
  readonly variant?: 'neutral' | 'info' | 'success' | 'warning' | 'danger';
  readonly icon?: string;
};
