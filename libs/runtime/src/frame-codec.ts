// How the frames of one stream and day become bytes: values only, for both ends know the routes.
import type { Frame, Route } from '#libs/kernel';

export interface FrameCodec {
  /** @param frames those of one writer, stream and day, in the order of the writer's routes */
  encode(frames: readonly Frame[]): Uint8Array;
  /**
   * @param routes the writer's routes on that stream, in the same order
   * @throws Error when bytes and routes do not fit
   */
  decode(bytes: Uint8Array, routes: readonly Route[], day: number): readonly Frame[];
}
