-- warehouse: the fulfilment and reporting database that the shop is migrated into. Two hands are in it: the reporting
-- team's abbreviations with dim_ and fact_, and a bought fulfilment package in PascalCase. The shop's keys are carried over.

CREATE TABLE load_log (
  load_id        INTEGER PRIMARY KEY,
  source_system  VARCHAR(30) NOT NULL,
  table_name     VARCHAR(64) NOT NULL,
  row_count      INTEGER     NOT NULL DEFAULT 0,
  started_dt     DATETIME    NOT NULL,
  finished_dt    DATETIME,
  status         CHAR(1)     NOT NULL
);

CREATE TABLE status (               -- of the machinery, not of an order
  component   VARCHAR(40) PRIMARY KEY,
  state       VARCHAR(10)  NOT NULL,
  message     VARCHAR(255),
  checked_dt  DATETIME     NOT NULL
);

CREATE TABLE dim_customer (
  customer_key    INTEGER PRIMARY KEY,
  cust_no         VARCHAR(20)  NOT NULL,
  first_nm        VARCHAR(80),
  last_nm         VARCHAR(80)  NOT NULL,
  email           VARCHAR(255),
  phone_number    VARCHAR(40),
  dob             DATE,
  newsletter_flg  CHAR(1)      NOT NULL DEFAULT 'N',
  lang_cd         VARCHAR(5),
  segment         VARCHAR(20),
  created_dt      DATETIME     NOT NULL,
  load_id         INTEGER      REFERENCES load_log (load_id)
);

CREATE TABLE cust_addr (
  addr_id        INTEGER PRIMARY KEY,
  cust_key       INTEGER      NOT NULL REFERENCES dim_customer (customer_key),
  addr_typ       CHAR(1)      NOT NULL,  -- B billing, S shipping
  addressee      VARCHAR(120) NOT NULL,
  street_nm      VARCHAR(100) NOT NULL,
  house_no       VARCHAR(10),
  zip            VARCHAR(12)  NOT NULL,
  town           VARCHAR(80)  NOT NULL,
  state          VARCHAR(40),            -- the federal state
  country        CHAR(2)      NOT NULL,
  dflt_flg       CHAR(1)      NOT NULL DEFAULT 'N',
  valid_from_dt  DATETIME
);

CREATE TABLE product_categories (
  category_id         INTEGER PRIMARY KEY,
  parent_category_id  INTEGER      REFERENCES product_categories (category_id),
  category_name       VARCHAR(100) NOT NULL,
  level               SMALLINT     NOT NULL,
  sort_seq            SMALLINT     NOT NULL DEFAULT 0,
  visible_flg         CHAR(1)      NOT NULL DEFAULT 'Y'
);

CREATE TABLE suppliers (
  supplier_id     INTEGER PRIMARY KEY,
  name            VARCHAR(120) NOT NULL,
  contact_person  VARCHAR(120),
  email           VARCHAR(255),
  phone           VARCHAR(40),
  country_code    CHAR(2)      NOT NULL,
  lead_days       SMALLINT,
  vat_no          VARCHAR(20)
);

CREATE TABLE dim_product (
  product_key   INTEGER PRIMARY KEY,
  sku           VARCHAR(32)   NOT NULL UNIQUE,
  product_name  VARCHAR(200)  NOT NULL,
  long_desc     TEXT,
  category_id   INTEGER       REFERENCES product_categories (category_id),
  supplier_id   INTEGER       REFERENCES suppliers (supplier_id),
  list_price    DECIMAL(10,2) NOT NULL,
  std_cost      DECIMAL(10,2),
  weight_kg     DECIMAL(8,3),
  ean           CHAR(13),
  is_active     CHAR(1)       NOT NULL DEFAULT 'Y',
  hazmat        CHAR(1)       NOT NULL DEFAULT 'N',
  shelf_no      VARCHAR(10),
  created_dt    DATETIME
);

CREATE TABLE inventory (
  product_key    INTEGER     NOT NULL REFERENCES dim_product (product_key),
  bin_code       VARCHAR(20) NOT NULL,
  lot_no         VARCHAR(20),
  qty_on_hand    INTEGER     NOT NULL DEFAULT 0,
  qty_alloc      INTEGER     NOT NULL DEFAULT 0,
  min_qty        INTEGER     NOT NULL DEFAULT 0,
  reserved       CHAR(1)     NOT NULL DEFAULT 'N',  -- the bin is kept for this product
  last_count_dt  DATETIME,
  PRIMARY KEY (product_key, bin_code)
);

CREATE TABLE Promotion (
  PromotionId  INTEGER PRIMARY KEY,
  PromoCode    VARCHAR(20)   NOT NULL,
  DiscountPct  DECIMAL(5,2),
  DiscountAmt  DECIMAL(10,2),
  MinOrderAmt  DECIMAL(10,2),
  StartDate    DATE          NOT NULL,
  EndDate      DATE,
  UsageLimit   INTEGER,
  Channel      VARCHAR(20)
);

CREATE TABLE fact_order (
  order_id      INTEGER PRIMARY KEY,
  order_no      VARCHAR(20)   NOT NULL UNIQUE,
  cust_key      INTEGER       NOT NULL REFERENCES dim_customer (customer_key),
  bill_addr_id  INTEGER       REFERENCES cust_addr (addr_id),
  ship_addr_id  INTEGER       REFERENCES cust_addr (addr_id),
  promotion_id  INTEGER       REFERENCES Promotion (PromotionId),
  order_state   VARCHAR(12)   NOT NULL,
  currency_cd   CHAR(3)       NOT NULL,
  net_amt       DECIMAL(12,2) NOT NULL,
  disc_amt      DECIMAL(12,2) NOT NULL DEFAULT 0,
  freight_amt   DECIMAL(12,2) NOT NULL DEFAULT 0,
  tax_amt       DECIMAL(12,2) NOT NULL,
  gross_amt     DECIMAL(12,2) NOT NULL,
  remarks       VARCHAR(500),
  order_dt      DATETIME      NOT NULL,
  ship_by_dt    DATETIME,
  priority      SMALLINT      NOT NULL DEFAULT 5
);

CREATE TABLE fact_order_line (
  line_id      INTEGER PRIMARY KEY,
  order_id     INTEGER       NOT NULL REFERENCES fact_order (order_id),
  line_no      SMALLINT      NOT NULL,
  product_key  INTEGER       NOT NULL REFERENCES dim_product (product_key),
  qty          DECIMAL(10,3) NOT NULL,
  unit_price   DECIMAL(10,2) NOT NULL,
  disc_amt     DECIMAL(10,2) NOT NULL DEFAULT 0,
  tax_pct      DECIMAL(5,2)  NOT NULL,
  line_amt     DECIMAL(12,2) NOT NULL,
  qty_shipped  DECIMAL(10,3) NOT NULL DEFAULT 0
);

CREATE TABLE payments (
  payment_id  INTEGER PRIMARY KEY,
  order_id    INTEGER       NOT NULL REFERENCES fact_order (order_id),
  method      VARCHAR(20)   NOT NULL,
  amount      DECIMAL(12,2) NOT NULL,
  currency    CHAR(3)       NOT NULL,
  ext_ref     VARCHAR(80),
  state       VARCHAR(10)   NOT NULL,
  paid_dt     DATETIME,
  booked      CHAR(1)       NOT NULL DEFAULT 'N'
);

CREATE TABLE Parcel (
  ParcelId      INTEGER PRIMARY KEY,
  OrderId       INTEGER      NOT NULL REFERENCES fact_order (order_id),
  Direction     CHAR(1)      NOT NULL,  -- O to the customer, I back to us
  CarrierName   VARCHAR(60),
  TrackingNo    VARCHAR(40),
  WeightKg      DECIMAL(8,3),
  ParcelStatus  VARCHAR(15),
  ReturnReason  VARCHAR(200),
  DispatchedOn  DATETIME,
  DeliveredOn   DATETIME,
  DockNo        SMALLINT
);

CREATE TABLE employees (
  emp_id      INTEGER PRIMARY KEY,
  username    VARCHAR(40)  NOT NULL UNIQUE,
  full_nm     VARCHAR(120) NOT NULL,
  e_mail      VARCHAR(255),
  job_role    VARCHAR(30),
  shift       CHAR(1),
  hire_dt     DATE,
  active_flg  CHAR(1)      NOT NULL DEFAULT 'Y'
);

CREATE TABLE pick_lists (
  pick_id      INTEGER PRIMARY KEY,
  order_id     INTEGER       NOT NULL REFERENCES fact_order (order_id),
  emp_id       INTEGER       REFERENCES employees (emp_id),
  product_key  INTEGER       NOT NULL,
  bin_code     VARCHAR(20)   NOT NULL,
  qty          DECIMAL(10,3) NOT NULL,
  picked_dt    DATETIME,
  FOREIGN KEY (product_key, bin_code) REFERENCES inventory (product_key, bin_code)
);

CREATE TABLE product_reviews (
  reviewId        INTEGER PRIMARY KEY,
  productKey      INTEGER      NOT NULL REFERENCES dim_product (product_key),
  custKey         INTEGER      REFERENCES dim_customer (customer_key),
  stars           SMALLINT     NOT NULL,
  headline        VARCHAR(150),
  reviewText      TEXT,
  sentimentScore  DECIMAL(4,3),
  isApproved      CHAR(1)      NOT NULL DEFAULT 'N',
  createdOn       DATETIME     NOT NULL
);

CREATE TABLE daily_sales (
  sales_date    DATE          NOT NULL,
  product_key   INTEGER       NOT NULL REFERENCES dim_product (product_key),
  order_count   INTEGER       NOT NULL,
  qty           DECIMAL(12,3) NOT NULL,
  revenue_amt   DECIMAL(14,2) NOT NULL,
  return_count  INTEGER       NOT NULL DEFAULT 0,
  PRIMARY KEY (sales_date, product_key)
);

INSERT INTO load_log VALUES
  (1, 'pilot', 'dim_customer', 2, '2025-01-10 02:00:00', '2025-01-10 02:00:04', 'S'),
  (2, 'pilot', 'dim_product',  2, '2025-01-10 02:00:04', '2025-01-10 02:00:05', 'S'),
  (3, 'pilot', 'fact_order',   2, '2025-01-10 02:00:05', NULL,                  'F');

INSERT INTO status VALUES
  ('conveyor-1', 'ok',   NULL,               '2025-03-02 21:00:00'),
  ('printer-3',  'down', 'out of labels',    '2025-03-02 21:00:00'),
  ('loader',     'ok',   'next run 02:00',   '2025-03-02 21:00:00');

INSERT INTO dim_customer VALUES
  (9001, 'P-1', 'Petra', 'Pilot', 'petra@pilot.example', '+49 40 555 0111', '1980-01-01', 'N', 'de-DE', 'test',  '2025-01-10 02:00:01', 1),
  (9002, 'P-2', 'Paul',  'Probe', NULL,                  NULL,              NULL,         'Y', 'en-GB', 'test',  '2025-01-10 02:00:02', 1);

INSERT INTO cust_addr VALUES
  (9001, 9001, 'B', 'Petra Pilot', 'Teststrasse', '1',  '20095', 'Hamburg', 'Hamburg', 'DE', 'Y', '2025-01-10 00:00:00'),
  (9002, 9002, 'S', 'Paul Probe',  'Sample Row',  '22', 'E1 6AN', 'London', NULL,      'GB', 'Y', '2025-01-10 00:00:00');

INSERT INTO product_categories VALUES
  (901, NULL, 'Pilot range', 1, 10, 'Y'),
  (902, 901,  'Samples',     2, 10, 'N');

INSERT INTO suppliers VALUES
  (901, 'Pilot Supplies', 'Vera Muster', 'vera@pilot.example', '+49 40 555 0122', 'DE', 5,    'DE000000001'),
  (902, 'Second Source',  NULL,          NULL,                 NULL,              'NL', NULL, NULL);

INSERT INTO dim_product VALUES
  (9001, 'PILOT-1', 'Pilot box, small', NULL,             901, 901, 4.90, 2.10, 0.300, '4000000000017', 'Y', 'N', 'S1', '2025-01-10 02:00:04'),
  (9002, 'PILOT-2', 'Pilot box, large', 'With a handle.', 902, 902, 9.90, 4.00, 0.900, NULL,            'Y', 'Y', NULL, '2025-01-10 02:00:05');

INSERT INTO inventory VALUES
  (9001, 'Z-01-1', 'L2501', 40, 2, 10, 'Y', '2025-01-09 16:00:00'),
  (9002, 'Z-01-2', NULL,    15, 0, 5,  'N', NULL);

INSERT INTO Promotion VALUES
  (901, 'PILOT', 100.00, NULL, NULL,  '2025-01-01', '2025-01-31', 10,   'internal'),
  (902, 'MINUS', NULL,   2.00, 10.00, '2025-01-01', NULL,         NULL, NULL);

INSERT INTO fact_order VALUES
  (9001, 'P-0001', 9001, 9001, 9001, 902,  'closed', 'EUR', 14.70, 2.00, 0.00, 2.41, 15.11, NULL,         '2025-01-09 10:00:00', '2025-01-10 12:00:00', 5),
  (9002, 'P-0002', 9002, NULL, 9002, NULL, 'open',   'GBP',  9.90, 0.00, 3.00, 2.58, 15.48, 'second try', '2025-01-09 11:00:00', NULL,                  1);

INSERT INTO fact_order_line VALUES
  (9001, 9001, 1, 9001, 3, 4.90, 0, 19.00, 14.70, 3),
  (9002, 9002, 1, 9002, 1, 9.90, 0, 20.00,  9.90, 0);

INSERT INTO payments VALUES
  (9001, 9001, 'card',    15.11, 'EUR', 'test_1', 'settled', '2025-01-09 10:00:20', 'Y'),
  (9002, 9002, 'invoice', 15.48, 'GBP', NULL,     'open',    NULL,                  'N');

INSERT INTO Parcel VALUES
  (9001, 9001, 'O', 'DHL', '00340000001', 0.950, 'delivered', NULL,          '2025-01-09 15:00:00', '2025-01-10 11:20:00', 4),
  (9002, 9001, 'I', 'DHL', '00340000002', 0.320, 'expected',  'Wrong colour', NULL,                  NULL,                  NULL);

INSERT INTO employees VALUES
  (901, 'jdoe',   'Jan Doerr',  'jan@warehouse.example',   'picker',  'E', '2019-09-01', 'Y'),
  (902, 'ksmits', 'Kaat Smits', 'kaat@warehouse.example',  'foreman', 'L', '2015-02-15', 'Y');

INSERT INTO pick_lists VALUES
  (9001, 9001, 901,  9001, 'Z-01-1', 3, '2025-01-09 13:40:00'),
  (9002, 9002, NULL, 9002, 'Z-01-2', 1, NULL);

INSERT INTO product_reviews VALUES
  (9001, 9001, 9001, 4, 'Does it',  'A box as boxes go.', 0.310, 'Y', '2025-01-15 08:00:00'),
  (9002, 9002, NULL, 1, NULL,       'No handle.',        -0.800, 'N', '2025-01-16 08:00:00');

INSERT INTO daily_sales VALUES
  ('2025-01-09', 9001, 1, 3, 14.70, 1),
  ('2025-01-09', 9002, 1, 1,  9.90, 0);
