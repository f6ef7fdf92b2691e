// What is told of each day, ready with it: what holds each sector down, and a byte for each enterprise. Who tells of a day,
// or draws all enterprises, need not read their rows for it.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ToldDays1795824000002 implements MigrationInterface {
  readonly name = 'ToldDays1795824000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table rates add column held_by text');
    await runner.query('alter table days add column field bytea');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table days drop column field');
    await runner.query('alter table rates drop column held_by');
  }
}
