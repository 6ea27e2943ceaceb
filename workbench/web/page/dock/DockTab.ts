import type { IconProps } from '@rocket.chat/fuselage';
import type { ComponentType, LazyExoticComponent } from 'react';

/** A tool beside the workspace; it is loaded when it is first opened. */
export type DockTab = {
  readonly id: string;
  readonly label: string;
  readonly icon: IconProps['name'];
  readonly Panel: LazyExoticComponent<ComponentType>;
};
