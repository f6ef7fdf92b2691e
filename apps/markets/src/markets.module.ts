// The service that steps the stage `markets`, as Nest and whoever starts it know it.
import { stageService } from '#libs/services';
import { Module } from '@nestjs/common';

@Module({})
class MarketsModule {}

export const markets = stageService('markets', MarketsModule);
