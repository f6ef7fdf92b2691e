// The text with numbers of lines, colours and faults at their place. Loaded when the page is opened, not before.
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, syntaxHighlighting, syntaxTree } from '@codemirror/language';
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { Compartment, EditorState, type Range } from '@codemirror/state';
import { Decoration, EditorView, lineNumbers, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import { minimalSetup } from 'codemirror';
import { useEffect, useRef } from 'react';
import type { Span } from './text-edit';

export interface Marked {
  readonly line: number;
  readonly column: number | null;
  readonly message: string;
  readonly isFault: boolean;
}

interface Props {
  readonly text: string;
  readonly label: string;
  readonly marks: readonly Marked[];
  /** What the form is at: shown and brought into view. */
  readonly at: Span | undefined;
  readonly onChange: (text: string) => void;
}

const CLASS_OF: Readonly<Record<string, string>> = {
  ...{ Key: 'yaml-key', Comment: 'yaml-comment', QuotedLiteral: 'yaml-quoted' },
};

/** Colours by class, so that the theme of the page is the theme of the text. */
const colours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = coloured(view);
    }
    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged || syntaxTree(update.startState) !== syntaxTree(update.state)) {
        this.decorations = coloured(update.view);
      }
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function coloured(view: EditorView): DecorationSet {
  const marks: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      ...{ from, to },
      enter: (node) => {
        const name = CLASS_OF[node.name];
        if (name) marks.push(Decoration.mark({ class: name }).range(node.from, node.to));
      },
    });
  }
  return Decoration.set(marks, true);
}

export default function YamlEditor({ text, label, marks, at, onChange }: Props): React.ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(undefined);
  const changed = useRef(onChange);
  changed.current = onChange;
  const labelled = useRef(new Compartment());
  useEffect(() => {
    if (!place.current) return undefined;
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          ...[minimalSetup, lineNumbers(), lintGutter(), yaml(), colours, EditorView.lineWrapping],
          // An own style, though empty, takes the place of the default colours.
          syntaxHighlighting(HighlightStyle.define([])),
          labelled.current.of(EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' })),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !update.transactions.some((one) => one.isUserEvent('form'))) {
              changed.current(update.state.doc.toString());
            }
          }),
        ],
      }),
    });
    editor.current = view;
    return () => view.destroy();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- made once; what comes after is told to it below
  }, []);
  useEffect(() => {
    const view = editor.current;
    if (view && view.state.doc.toString() !== text)
      view.dispatch({ changes: leastChange(view.state.doc.toString(), text), userEvent: 'form' });
  }, [text]);
  useEffect(() => {
    editor.current?.dispatch({
      effects: labelled.current.reconfigure(EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' })),
    });
  }, [label]);
  useEffect(() => {
    const view = editor.current;
    if (view)
      view.dispatch(
        setDiagnostics(
          view.state,
          marks.map((mark) => diagnosticOf(view.state, mark)),
        ),
      );
  }, [marks, text]);
  useEffect(() => {
    const view = editor.current;
    if (!view || !at || at.to > view.state.doc.length) return;
    view.dispatch({
      selection: { anchor: at.from, head: at.to },
      effects: EditorView.scrollIntoView(at.from, { y: 'center' }),
    });
  }, [at]);
  return <div className="yaml-editor" ref={place} />;
}

/** What differs, without what is the same before and after: the place of the reader's eyes stays. */
function leastChange(before: string, after: string): { from: number; to: number; insert: string } {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let same = 0;
  while (same < most - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}

function diagnosticOf(state: EditorState, { line, column, message, isFault }: Marked): Diagnostic {
  const { from, to, text } = state.doc.line(Math.max(1, Math.min(line, state.doc.lines)));
  const start = Math.min(to, from + Math.max(0, (column ?? 1) - 1));
  const word = /^[^\s,:}\]]*/.exec(text.slice(start - from))?.[0].length ?? 0;
  return { from: start, to: Math.min(to, start + Math.max(1, word)), severity: isFault ? 'error' : 'warning', message };
}
