// What Nest calls this service; its controller and health come with it.
import { Module } from '@nestjs/common';

@Module({})
export class MarketsModule {}
