export { PlacementsHttpModule } from './placements.http.module';
