/** The named points on a message's way, before and after each thing that a kill may fall between. */
export type Point =
  | 'take'
  | 'taken'
  | 'load'
  | 'loaded'
  | 'turn'
  | 'commit'
  | 'committed'
  | 'send'
  | 'sent'
  | 'mark'
  | 'marked';

/** Is told each point as it is passed; the product itself does nothing there. */
export type Observe = (point: Point) => void;
