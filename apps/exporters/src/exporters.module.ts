// The service that steps the stage `exporters`, as Nest and whoever starts it know it.
import { stageService } from '#libs/services';
import { Module } from '@nestjs/common';

@Module({})
class ExportersModule {}

export const exporters = stageService('exporters', ExportersModule);
