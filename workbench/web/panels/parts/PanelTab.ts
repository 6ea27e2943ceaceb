import type { ComponentType } from 'react';

/** A page of a panel. */
export type PanelTab = { readonly id: string; readonly label: string; readonly Page: ComponentType };
