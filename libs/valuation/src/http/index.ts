export { ValuationHttpModule } from './valuation.http.module';
