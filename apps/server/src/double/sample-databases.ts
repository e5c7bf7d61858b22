/** SQL of the two databases that a test server has unless a test brings its own: a small shop, and the warehouse that it feeds. */

export const shopSql = `
CREATE TABLE customers (
  customer_id INTEGER PRIMARY KEY,
  first_name  VARCHAR(60) NOT NULL,
  last_name   VARCHAR(60) NOT NULL,
  email       VARCHAR(254) NOT NULL UNIQUE,
  created_at  DATETIME NOT NULL
);
CREATE TABLE orders (
  order_id    INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (customer_id),
  status      VARCHAR(20) NOT NULL,
  total_cents INTEGER NOT NULL,
  ordered_at  DATETIME NOT NULL
);
CREATE TABLE order_items (
  order_id    INTEGER NOT NULL REFERENCES orders (order_id),
  line        INTEGER NOT NULL,
  product     VARCHAR(120) NOT NULL,
  quantity    INTEGER NOT NULL,
  price_cents INTEGER NOT NULL,
  PRIMARY KEY (order_id, line)
);
CREATE TABLE sessions (
  token   VARCHAR(64) PRIMARY KEY,
  payload BLOB
);`;

export const warehouseSql = `
CREATE TABLE dim_customer (
  customer_key INTEGER PRIMARY KEY,
  customer_id  INTEGER NOT NULL UNIQUE,
  first_nm     VARCHAR(60),
  last_nm      VARCHAR(60),
  email        VARCHAR(254),
  created_dt   DATETIME
);
CREATE TABLE fact_orders (
  order_id    INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL,
  status      VARCHAR(20),
  total_cents INTEGER,
  ordered_dt  DATETIME
);
CREATE TABLE fact_order_items (
  order_id    INTEGER NOT NULL,
  line        INTEGER NOT NULL,
  product     VARCHAR(120),
  qty         INTEGER,
  price_cents INTEGER,
  PRIMARY KEY (order_id, line)
);
CREATE TABLE load_log (
  load_id    INTEGER PRIMARY KEY,
  started_dt DATETIME NOT NULL,
  row_count  INTEGER NOT NULL
);`;
