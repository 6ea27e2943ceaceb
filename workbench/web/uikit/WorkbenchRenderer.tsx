import { BlockContext, SurfaceRenderer } from '@rocket.chat/ui-kit';
import type {
  ImageBlock as ImageLayout,
  ImageElement as ImageElementBlock,
  Markdown,
  PlainText,
} from '@rocket.chat/ui-kit';
import type { ComponentType, ReactElement } from 'react';
import type { Surface } from './readBlocks';
import type { BlockProps } from './UiKitContext';
import { ActionsBlock, InputBlock } from './blocks/InputBlock';
import { CalloutBlock, ContextBlock, DividerBlock, ImageBlock } from './blocks/plainBlocks';
import { InfoCardBlock, PreviewBlock, VideoConferenceBlock } from './blocks/cardBlocks';
import { SectionBlock } from './blocks/SectionBlock';
import { TabNavigationBlock } from './blocks/TabNavigationBlock';
import { drawnBlockTypes } from './readBlocks';
import { ButtonElement, IconButtonElement, OverflowElement } from './elements/buttonElements';
import {
  ChannelsSelectElement,
  MultiChannelsSelectElement,
  MultiStaticSelectElement,
  MultiUsersSelectElement,
  StaticSelectElement,
  UsersSelectElement,
} from './elements/selectElements';
import { CheckboxElement, RadioButtonElement, ToggleSwitchElement } from './elements/choiceElements';
import {
  DatePickerElement,
  LinearScaleElement,
  PlainTextInputElement,
  TimePickerElement,
} from './elements/inputElements';
import { IconElement, ImageElement, MarkdownElement, PlainTextElement } from './elements/plainElements';

type Draw<TBlock> = (block: TBlock, context: BlockContext, index: number) => ReactElement | null;

/**
 * Draws an app's blocks as the released web client does. A block type that a surface does not know is left out, as there;
 * `conversations_select` and `multi_conversations_select` have no entry because the client has none either.
 */
export class WorkbenchRenderer extends SurfaceRenderer<ReactElement> {
  readonly actions = this.layout(ActionsBlock);
  readonly callout = this.layout(CalloutBlock);
  readonly context = this.layout(ContextBlock);
  readonly divider = this.layout(DividerBlock);
  readonly info_card = this.layout(InfoCardBlock);
  readonly input = this.layout(InputBlock);
  readonly preview = this.layout(PreviewBlock);
  readonly section = this.layout(SectionBlock);
  readonly tab_navigation = this.layout(TabNavigationBlock);
  readonly video_conf = this.layout(VideoConferenceBlock);

  readonly button = this.element(ButtonElement);
  readonly channels_select = this.element(ChannelsSelectElement);
  readonly checkbox = this.element(CheckboxElement);
  readonly datepicker = this.element(DatePickerElement);
  readonly icon = this.element(IconElement);
  readonly icon_button = this.element(IconButtonElement);
  readonly linear_scale = this.element(LinearScaleElement);
  readonly multi_channels_select = this.element(MultiChannelsSelectElement);
  readonly multi_static_select = this.element(MultiStaticSelectElement);
  readonly multi_users_select = this.element(MultiUsersSelectElement);
  readonly overflow = this.element(OverflowElement);
  readonly plain_text_input = this.element(PlainTextInputElement);
  readonly radio_button = this.element(RadioButtonElement);
  readonly static_select = this.element(StaticSelectElement);
  readonly time_picker = this.element(TimePickerElement);
  readonly toggle_switch = this.element(ToggleSwitchElement);
  readonly users_select = this.element(UsersSelectElement);

  constructor(surface: Surface) {
    super([...drawnBlockTypes[surface]]);
  }

  plain_text(text: PlainText, context: BlockContext, index: number): ReactElement | null {
    return context === BlockContext.BLOCK ? null : <PlainTextElement key={index} text={text} />;
  }

  mrkdwn(text: Markdown, context: BlockContext, index: number): ReactElement | null {
    return context === BlockContext.BLOCK ? null : <MarkdownElement key={index} text={text} />;
  }

  image(block: ImageLayout | ImageElementBlock, context: BlockContext, index: number): ReactElement {
    const Image = context === BlockContext.BLOCK ? ImageBlock : ImageElement;
    return <Image key={index} block={block} context={context} index={index} renderer={this} />;
  }

  private layout<TBlock extends object>(Block: ComponentType<BlockProps<TBlock>>): Draw<TBlock> {
    return (block, context, index) =>
      context === BlockContext.BLOCK ? (
        <Block key={keyOf(block, index)} block={block} context={context} index={index} renderer={this} />
      ) : null;
  }

  private element<TBlock extends object>(Element: ComponentType<BlockProps<TBlock>>): Draw<TBlock> {
    return (block, context, index) =>
      context === BlockContext.BLOCK ? null : (
        <Element key={keyOf(block, index)} block={block} context={context} index={index} renderer={this} />
      );
  }
}

/** An element that an update keeps, by its action id, keeps what was typed; other blocks go by their place. */
const keyOf = (block: object, index: number): string | number => {
  const element = 'element' in block && typeof block.element === 'object' ? block.element : block;
  return element && 'actionId' in element && typeof element.actionId === 'string' ? element.actionId : index;
};
