import { drawingOf } from '../blocks/elements';
import type { ModalScreen } from '../blocks/modal';
import { noticeModal } from '../blocks/modal';
import { progressModal } from '../blocks/progress';
import type { Scene, Screen } from './Flow';

/** A modal as the screen of a state. */
export function modalOf(modal: ModalScreen): Screen {
  return { kind: 'modal', modal };
}

/** The modal of a state in which a handler works. The texts are translated. */
export function progressOf(scene: Scene, texts: { title: string; doing: string; meanwhile?: string }): ModalScreen {
  return progressModal(drawingOf(scene), { ...texts, viewId: scene.stage });
}

/** A screen that shows one text and can be closed. The texts are translated. */
export function noticeOf(scene: Scene, texts: { title: string; text: string }): Screen {
  return modalOf(noticeModal(drawingOf(scene), texts));
}
