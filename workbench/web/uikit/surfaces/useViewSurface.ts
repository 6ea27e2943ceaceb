import { useEffect, useMemo, useReducer, useRef } from 'react';
import type { AppView, OpenView } from '../interactions/openViews';
import type { SubmitState } from '../state/elementValues';
import { initialValues, submitState } from '../state/elementValues';
import type { TextOf } from '../text/useTextOf';
import type { Surface } from '../readBlocks';
import type { ElementAction, ElementValues, UiKitContextValue } from '../UiKitContext';
import { useSurfaceWorld } from './useSurfaceWorld';

const TYPING_PAUSE_MS = 700;

const remember = (values: ElementValues, { actionId, blockId, value }: ElementAction): ElementValues => ({
  ...values,
  [actionId]: { value, blockId: blockId ?? 'default' },
});

/** What an open view gives to its blocks, and the state that would travel with a submit now. */
export type ViewSurface = { readonly context: UiKitContextValue; readonly state: SubmitState };

/**
 * The state of an open view. Values are collected once, when the view opens: fields that an update adds join when they are
 * touched, and fields that it takes away keep their values.
 */
export function useViewSurface(
  open: OpenView,
  surface: Exclude<Surface, 'message'>,
  afterAction?: () => void,
): ViewSurface {
  const world = useSurfaceWorld();
  const [values, updateState] = useReducer(remember, open.view.blocks, initialValues);
  const { view, rid } = open;

  const emit = async ({ appId, actionId, blockId, value }: ElementAction) => {
    await world.client.emit(appId, {
      type: 'blockAction',
      actionId,
      container: { type: 'view', id: view.id },
      payload: { blockId: blockId ?? '', value },
      ...(surface === 'contextualBar' && rid !== undefined ? { rid } : {}),
    });
    afterAction?.();
  };
  const emitAfterTyping = useDebounced((action: ElementAction) => void emit(action), TYPING_PAUSE_MS);

  const action = async (sent: ElementAction) => {
    if (surface !== 'banner' && sent.dispatchActionConfig?.includes('on_character_entered')) {
      emitAfterTyping(sent);
    } else {
      await emit(sent);
    }
  };
  const { translate, suggest, ghosts } = world;
  return {
    context: {
      surface,
      appId: view.appId,
      values,
      // The released contextual bar is never told about errors.
      errors: surface === 'contextualBar' ? {} : open.errors,
      action,
      updateState,
      translate,
      suggest,
      ghosts,
    },
    state: submitState(values),
  };
}

/** A function of which only the last call within the given milliseconds is carried out; what waits when the view goes, goes. */
function useDebounced<TArguments extends unknown[]>(
  call: (...args: TArguments) => void,
  ms: number,
): (...args: TArguments) => void {
  const latest = useRef(call);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = call;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return useMemo(
    () =>
      (...args: TArguments) => {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => latest.current(...args), ms);
      },
    [ms],
  );
}

/** A view's title as plain text; some banners bring a bare string. */
export function viewTitle(title: AppView['title'], textOf: TextOf): string {
  return typeof title === 'string' ? title : textOf(title);
}
