// What Nest calls this service; its health comes with it.
import { Module } from '@nestjs/common';

@Module({})
export class ControlModule {}
