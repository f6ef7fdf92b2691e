// Answers as the API types them. They are the same JSON: its types know no readonly, and no name for a tree's shape; that
// each answer is as its schema says is a fact of questions.spec.ts.
import type { ComparisonBody, Relief, Why } from '#libs/api';
import type { Comparison, ReliefTable, WhyAnswer } from '#libs/studies';
import type { InStore } from './kept-runs';

export const toldWhy = (answer: WhyAnswer): Why => answer as unknown as Why;
export const toldRelief = (table: ReliefTable): Relief => table as unknown as Relief;
export const toldComparison = (comparison: Comparison<InStore>): ComparisonBody =>
  comparison as unknown as ComparisonBody;
