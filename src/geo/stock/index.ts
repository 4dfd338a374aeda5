export { csvLine } from './csvText';
export { lookAroundStock } from './lookAroundStock';
export { readStock, type Stock, type StockAddress } from './readStock';
export { STOCK_COLUMNS, type StockColumn } from './stockAddresses';
export { stockFile } from './stockFiles';
export { createStockRoom, type StockPage, type StockRequest, type StockRoom, type StockRun } from './stockRoom';
