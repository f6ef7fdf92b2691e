// The service that steps the stage `markets`.
import { runService, stageService } from '#libs/services';
import { MarketsModule } from './markets.module';

void runService(stageService('markets', MarketsModule), process.env);
