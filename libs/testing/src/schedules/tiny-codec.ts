// Frames of the tiny chain as bytes: each frame has one column, one after the other.
import type { Frame, Route } from '#libs/kernel';
import type { FrameCodec } from '#libs/runtime';

/** @param onDecode told of each day of each feed as it is folded */
export function tinyCodec(onDecode: (routes: readonly Route[], day: number) => void): FrameCodec {
  return {
    encode: (frames) => {
      const rows = frames.reduce((sum, { columns: [sent] }) => sum + sent.length, 0);
      const values = new Float64Array(rows);
      let at = 0;
      for (const {
        columns: [sent],
      } of frames) {
        values.set(sent, at);
        at += sent.length;
      }
      return new Uint8Array(values.buffer);
    },
    decode: (bytes, routes, day) => {
      onDecode(routes, day);
      const values = new Float64Array(new Uint8Array(bytes).buffer);
      let at = 0;
      return routes.map((route): Frame => {
        const rows = route.senderRows === 'all' ? values.length - at : route.senderRows.length;
        const sent = values.subarray(at, (at += rows));
        if (sent.length !== rows) throw new RangeError('bytes and routes do not fit');
        return { route, day, columns: [sent] };
      });
    },
  };
}
