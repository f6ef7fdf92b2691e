import { runService } from '#libs/services';
import { markets } from './markets.module';

void runService(markets, process.env);
