// What a PromQL expression asks for: metrics, and the labels by which it picks and groups them.
import { parser } from '@prometheus-io/lezer-promql';

export interface Selected {
  readonly metric: string;
  /** Labels that it is picked by. */
  readonly by: readonly string[];
  /** Labels that something around it is grouped or matched by: it has to have them. */
  readonly grouped: readonly string[];
}

interface Node {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly firstChild: Node | null;
  readonly nextSibling: Node | null;
}

const childrenOf = (node: Node): Node[] => {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
};

const within = (node: Node, name: string): Node[] =>
  childrenOf(node).flatMap((child) => [...(child.name === name ? [child] : []), ...within(child, name)]);

/** Variables of Grafana stand where durations do. @throws Error where it is no PromQL */
export function selectedBy(expression: string): Selected[] {
  const text = expression.replaceAll('$__rate_interval', '1m');
  const root = parser.parse(text).topNode as unknown as Node;
  if (within(root, '⚠').length > 0) throw new Error(`no PromQL: ${expression}`);
  const textOf = ({ from, to }: Node): string => text.slice(from, to);
  const labelsOf = (node: Node): string[] => within(node, 'LabelName').map(textOf);
  const visit = (node: Node, around: readonly string[]): Selected[] => {
    if (node.name === 'VectorSelector') {
      const by = within(node, 'LabelMatchers').flatMap(labelsOf);
      return [{ metric: within(node, 'Identifier').map(textOf).join(), by, grouped: around }];
    }
    const own = childrenOf(node)
      .filter(({ name }) => name === 'AggregateModifier' || name === 'MatchingModifierClause')
      .flatMap(labelsOf);
    return childrenOf(node).flatMap((child) => visit(child, [...around, ...own]));
  };
  return visit(root, []);
}
