-- shop: the operational database of an online shop. Grown since 2016, one style throughout: plural tables, snake_case,
-- money in cents, times as ISO 8601 text in UTC.

CREATE TABLE customers (
  customer_id   INTEGER PRIMARY KEY,
  number        VARCHAR(12)  NOT NULL UNIQUE,  -- the customer number, as printed on invoices
  first_name    VARCHAR(60)  NOT NULL,
  last_name     VARCHAR(60)  NOT NULL,
  address       VARCHAR(254) NOT NULL UNIQUE,  -- the e-mail address; postal ones are in addresses
  phone         VARCHAR(30),
  birth_date    TEXT,
  newsletter    BOOLEAN      NOT NULL DEFAULT 0,
  locale        VARCHAR(5)   NOT NULL DEFAULT 'en-GB',
  created_at    TEXT         NOT NULL,
  last_seen_at  TEXT
);

CREATE TABLE addresses (
  address_id    INTEGER PRIMARY KEY,
  customer_id   INTEGER      NOT NULL REFERENCES customers (customer_id),
  kind          VARCHAR(10)  NOT NULL CHECK (kind IN ('billing', 'shipping')),
  recipient     VARCHAR(120) NOT NULL,
  street        VARCHAR(120) NOT NULL,         -- with the house number
  postcode      VARCHAR(12)  NOT NULL,
  city          VARCHAR(80)  NOT NULL,
  country_code  CHAR(2)      NOT NULL,
  is_default    BOOLEAN      NOT NULL DEFAULT 0
);

CREATE TABLE categories (
  category_id   INTEGER PRIMARY KEY,
  parent_id     INTEGER      REFERENCES categories (category_id),
  name          VARCHAR(80)  NOT NULL,
  slug          VARCHAR(80)  NOT NULL UNIQUE,
  "order"       INTEGER      NOT NULL DEFAULT 0,  -- position in the menu
  visible       BOOLEAN      NOT NULL DEFAULT 1
);

CREATE TABLE suppliers (
  supplier_id     INTEGER PRIMARY KEY,
  name            VARCHAR(120) NOT NULL,
  contact_name    VARCHAR(120),
  email           VARCHAR(254),
  phone           VARCHAR(30),
  country_code    CHAR(2)      NOT NULL,
  lead_time_days  INTEGER      NOT NULL DEFAULT 14,
  note            TEXT
);

CREATE TABLE products (
  product_id    INTEGER PRIMARY KEY,
  sku           VARCHAR(32)  NOT NULL UNIQUE,
  title         VARCHAR(160) NOT NULL,
  description   TEXT,
  category_id   INTEGER      NOT NULL REFERENCES categories (category_id),
  supplier_id   INTEGER      NOT NULL REFERENCES suppliers (supplier_id),
  price_cents   INTEGER      NOT NULL,
  cost_cents    INTEGER,
  weight_g      INTEGER,
  barcode       VARCHAR(14),
  active        BOOLEAN      NOT NULL DEFAULT 1,
  image_url     VARCHAR(255),
  created_at    TEXT         NOT NULL
);

CREATE TABLE stock (
  product_id     INTEGER     NOT NULL REFERENCES products (product_id),
  location       VARCHAR(20) NOT NULL,
  on_hand        INTEGER     NOT NULL DEFAULT 0,
  reserved       INTEGER     NOT NULL DEFAULT 0,  -- pieces promised to open orders
  reorder_level  INTEGER     NOT NULL DEFAULT 0,
  counted_at     TEXT,
  PRIMARY KEY (product_id, location)
);

CREATE TABLE coupons (
  coupon_id         INTEGER PRIMARY KEY,
  code              VARCHAR(20) NOT NULL UNIQUE,
  percent_off       INTEGER,
  amount_off_cents  INTEGER,
  minimum_cents     INTEGER     NOT NULL DEFAULT 0,
  valid_from        TEXT        NOT NULL,
  valid_until       TEXT,
  max_uses          INTEGER
);

CREATE TABLE orders (
  order_id             INTEGER PRIMARY KEY,
  order_number         VARCHAR(20) NOT NULL UNIQUE,
  customer_id          INTEGER     NOT NULL REFERENCES customers (customer_id),
  billing_address_id   INTEGER     NOT NULL REFERENCES addresses (address_id),
  shipping_address_id  INTEGER     NOT NULL REFERENCES addresses (address_id),
  coupon_id            INTEGER     REFERENCES coupons (coupon_id),
  status               VARCHAR(20) NOT NULL,
  currency             CHAR(3)     NOT NULL DEFAULT 'EUR',
  subtotal_cents       INTEGER     NOT NULL,  -- the lines, before discount, freight and tax
  discount_cents       INTEGER     NOT NULL DEFAULT 0,
  shipping_cents       INTEGER     NOT NULL DEFAULT 0,
  tax_cents            INTEGER     NOT NULL,
  total_cents          INTEGER     NOT NULL,  -- what the customer pays
  comment              TEXT,
  placed_at            TEXT        NOT NULL,
  updated_at           TEXT        NOT NULL
);

CREATE TABLE order_lines (
  order_line_id     INTEGER PRIMARY KEY,
  order_id          INTEGER      NOT NULL REFERENCES orders (order_id),
  line_number       INTEGER      NOT NULL,
  product_id        INTEGER      NOT NULL REFERENCES products (product_id),
  quantity          INTEGER      NOT NULL CHECK (quantity > 0),
  unit_price_cents  INTEGER      NOT NULL,
  discount_cents    INTEGER      NOT NULL DEFAULT 0,
  tax_rate          DECIMAL(4,2) NOT NULL,
  gift_wrap         BOOLEAN      NOT NULL DEFAULT 0,
  UNIQUE (order_id, line_number)
);

CREATE TABLE payments (
  payment_id          INTEGER PRIMARY KEY,
  order_id            INTEGER     NOT NULL REFERENCES orders (order_id),
  method              VARCHAR(20) NOT NULL,
  amount_cents        INTEGER     NOT NULL,
  currency            CHAR(3)     NOT NULL,
  provider_reference  VARCHAR(64),
  status              VARCHAR(20) NOT NULL,
  paid_at             TEXT
);

CREATE TABLE shipments (
  shipment_id      INTEGER PRIMARY KEY,
  order_id         INTEGER     NOT NULL REFERENCES orders (order_id),
  carrier          VARCHAR(40) NOT NULL,
  service          VARCHAR(20),
  tracking_number  VARCHAR(40),
  weight_g         INTEGER,
  status           VARCHAR(20) NOT NULL,
  shipped_at       TEXT,
  delivered_at     TEXT
);

CREATE TABLE returns (
  return_id        INTEGER PRIMARY KEY,
  order_id         INTEGER      NOT NULL REFERENCES orders (order_id),
  number           VARCHAR(20)  NOT NULL UNIQUE,  -- the number that the customer writes on the box
  carrier          VARCHAR(40),
  tracking_number  VARCHAR(40),
  reason           VARCHAR(200) NOT NULL,
  refund_cents     INTEGER,
  requested_at     TEXT         NOT NULL,
  received_at      TEXT
);

CREATE TABLE reviews (
  review_id    INTEGER PRIMARY KEY,
  product_id   INTEGER      NOT NULL REFERENCES products (product_id),
  customer_id  INTEGER      NOT NULL REFERENCES customers (customer_id),
  rating       INTEGER      NOT NULL CHECK (rating BETWEEN 1 AND 5),
  title        VARCHAR(120),
  body         TEXT,
  approved     BOOLEAN      NOT NULL DEFAULT 0,
  created_at   TEXT         NOT NULL
);

CREATE TABLE carts (
  cart_id        INTEGER     NOT NULL,
  session_token  VARCHAR(64) NOT NULL,
  customer_id    INTEGER     REFERENCES customers (customer_id),
  product_id     INTEGER     NOT NULL REFERENCES products (product_id),
  quantity       INTEGER     NOT NULL,
  added_at       TEXT        NOT NULL,
  PRIMARY KEY (cart_id, product_id)
);

CREATE TABLE users (
  user_id        INTEGER PRIMARY KEY,
  login          VARCHAR(40)  NOT NULL UNIQUE,
  password_hash  VARCHAR(100) NOT NULL,
  first_name     VARCHAR(60)  NOT NULL,
  last_name      VARCHAR(60)  NOT NULL,
  email          VARCHAR(254) NOT NULL,
  role           VARCHAR(20)  NOT NULL,
  active         BOOLEAN      NOT NULL DEFAULT 1,
  last_login_at  TEXT
);

CREATE TABLE audit_log (
  audit_id    INTEGER PRIMARY KEY,
  user_id     INTEGER     REFERENCES users (user_id),
  table_name  VARCHAR(64) NOT NULL,
  row_id      INTEGER     NOT NULL,
  action      VARCHAR(10) NOT NULL,
  old_value   TEXT,
  new_value   TEXT,
  logged_at   TEXT        NOT NULL
);

INSERT INTO customers VALUES
  (1, 'C-10001', 'Ines',   'Almeida', 'ines.almeida@example.org', '+351 21 555 0101', '1988-04-12', 1, 'pt-PT', '2021-02-03T09:14:00Z', '2025-03-01T18:20:11Z'),
  (2, 'C-10002', 'Jonas',  'Weber',   'jonas@example.net',        '+49 30 555 0102',  '1979-11-30', 0, 'de-DE', '2021-05-19T16:41:27Z', '2025-02-27T07:55:40Z'),
  (3, 'C-10003', 'Siobhan','Byrne',   'siobhan.byrne@example.com', NULL,               NULL,         1, 'en-IE', '2022-08-08T11:02:09Z', NULL),
  (4, 'C-10004', 'Mateo',  'Rossi',   'm.rossi@example.org',      '+39 06 555 0104',  '1995-06-21', 0, 'it-IT', '2024-12-24T20:30:55Z', '2025-03-02T12:00:00Z');

INSERT INTO addresses VALUES
  (1, 1, 'billing',  'Ines Almeida',  'Rua do Sol 14',      '1200-109', 'Lisboa', 'PT', 1),
  (2, 2, 'billing',  'Jonas Weber',   'Gartenweg 3',        '10115',    'Berlin', 'DE', 1),
  (3, 2, 'shipping', 'Weber GmbH',    'Am Hafen 27b',       '10245',    'Berlin', 'DE', 0),
  (4, 3, 'billing',  'Siobhan Byrne', '8 Mill Lane',        'D08 X2Y3', 'Dublin', 'IE', 1),
  (5, 4, 'billing',  'Mateo Rossi',   'Via dei Fiori 112',  '00153',    'Roma',   'IT', 1);

INSERT INTO categories VALUES
  (1, NULL, 'Kitchen',       'kitchen',       10, 1),
  (2, 1,    'Coffee',        'coffee',        20, 1),
  (3, 1,    'Knives',        'knives',        30, 1),
  (4, NULL, 'Clearance',     'clearance',     90, 0);

INSERT INTO suppliers VALUES
  (1, 'Torra Lda',       'Rui Matos',     'sales@torra.example',  '+351 22 555 0199', 'PT', 10, NULL),
  (2, 'Klinge & Sohn',   'Anke Klinge',   'order@klinge.example', '+49 212 555 0188', 'DE', 21, 'closed in August'),
  (3, 'Northern Ceramics', NULL,          'hello@nc.example',     NULL,               'IE', 14, NULL);

INSERT INTO products VALUES
  (1, 'COF-250-H', 'House espresso, 250 g', 'Dark roast from three farms.', 2, 1,   890,  410,  260, '5601234000017', 1, 'img/cof-250-h.webp', '2021-01-15T08:00:00Z'),
  (2, 'GRD-HAND',  'Hand grinder',          'Steel burrs, 38 mm.',          2, 2,  7900, 4120,  640, '4001234000028', 1, 'img/grd-hand.webp',  '2021-01-15T08:00:00Z'),
  (3, 'KNF-CHEF',  'Chef''s knife, 20 cm',  NULL,                           3, 2, 11500, 6050,  240, '4001234000035', 1, NULL,                 '2021-03-30T08:00:00Z'),
  (4, 'MUG-BLUE',  'Stoneware mug, blue',   'Second choice.',               4, 3,  1200,  530,  390, NULL,            0, NULL,                 '2022-09-01T08:00:00Z');

INSERT INTO stock VALUES
  (1, 'A-01-1', 148, 12, 60, '2025-02-28T17:00:00Z'),
  (1, 'B-07-3',  36,  0,  0, '2025-02-28T17:00:00Z'),
  (2, 'A-02-4',  19,  1, 10, '2025-02-14T17:00:00Z'),
  (3, 'C-11-2',   4,  2,  6, NULL);

INSERT INTO coupons VALUES
  (1, 'WELCOME10', 10,   NULL,    0, '2021-01-01', NULL,         NULL),
  (2, 'SPRING5',   NULL, 500,  4000, '2025-03-01', '2025-04-30', 1000),
  (3, 'STAFF',     30,   NULL,    0, '2023-01-01', '2025-12-31', 50);

INSERT INTO orders VALUES
  (1, 'S-2025-0412', 1, 1, 1, 1,    'delivered', 'EUR',  8790, 879, 490, 1932, 10333, NULL,               '2025-02-11T10:21:04Z', '2025-02-15T09:30:00Z'),
  (2, 'S-2025-0413', 2, 2, 3, NULL, 'shipped',   'EUR', 11500,   0,   0, 2185, 13685, 'Ring at the gate', '2025-02-27T07:58:12Z', '2025-02-28T15:11:00Z'),
  (3, 'S-2025-0419', 3, 4, 4, NULL, 'paid',      'EUR',  2670,   0, 690,  773,  4133, NULL,               '2025-03-01T19:44:51Z', '2025-03-01T19:45:30Z'),
  (4, 'S-2025-0420', 4, 5, 5, 2,    'open',      'EUR',  7900, 500, 590, 1758,  9748, 'A present',        '2025-03-02T11:59:02Z', '2025-03-02T11:59:02Z');

INSERT INTO order_lines VALUES
  (1, 1, 1, 2, 1,  7900, 0, 23.00, 0),
  (2, 1, 2, 1, 1,   890, 0, 23.00, 0),
  (3, 2, 1, 3, 1, 11500, 0, 19.00, 0),
  (4, 3, 1, 1, 3,   890, 0, 23.00, 0),
  (5, 4, 1, 2, 1,  7900, 0, 22.00, 1);

INSERT INTO payments VALUES
  (1, 1, 'card',     10333, 'EUR', 'ch_7f31a0', 'settled',  '2025-02-11T10:21:40Z'),
  (2, 2, 'invoice',  13685, 'EUR', NULL,        'pending',  NULL),
  (3, 3, 'wallet',    4133, 'EUR', 'wl_99012c', 'settled',  '2025-03-01T19:45:30Z');

INSERT INTO shipments VALUES
  (1, 1, 'PostNord', 'parcel',  'PN330182771SE', 910, 'delivered',  '2025-02-12T14:00:00Z', '2025-02-15T09:28:00Z'),
  (2, 2, 'DHL',      'express', '00340433836',   250, 'in transit', '2025-02-28T15:10:00Z', NULL);

INSERT INTO returns VALUES
  (1, 1, 'R-0087', 'PostNord', 'PN330190004SE', 'Burrs scrape', 7110, '2025-02-18T08:00:00Z', '2025-02-24T13:12:00Z'),
  (2, 2, 'R-0091', NULL,       NULL,            'Ordered twice', NULL, '2025-03-01T21:10:00Z', NULL);

INSERT INTO reviews VALUES
  (1, 1, 1, 5, 'Every morning', 'Best of the three I tried.', 1, '2025-02-20T06:50:00Z'),
  (2, 2, 1, 2, NULL,            'Scraped after a week.',      1, '2025-02-20T06:58:00Z'),
  (3, 3, 2, 4, 'Sharp',         NULL,                         0, '2025-03-02T17:25:00Z');

INSERT INTO carts VALUES
  (501, 's_0a4f1c', 3,    1, 2, '2025-03-02T20:01:00Z'),
  (501, 's_0a4f1c', 3,    4, 1, '2025-03-02T20:03:10Z'),
  (502, 's_b77e20', NULL, 3, 1, '2025-03-02T20:15:42Z');

INSERT INTO users VALUES
  (1, 'marta',  'x-not-a-hash', 'Marta', 'Nunes',  'marta@shop.example',  'admin',   1, '2025-03-02T08:01:00Z'),
  (2, 'olek',   'x-not-a-hash', 'Olek',  'Zielin', 'olek@shop.example',   'support', 1, '2025-03-02T09:14:00Z'),
  (3, 'temp01', 'x-not-a-hash', 'Dana',  'Fox',    'temp01@shop.example', 'support', 0, NULL);

INSERT INTO audit_log VALUES
  (1, 1,    'products', 4, 'update', '{"active":1}',      '{"active":0}',         '2025-01-07T10:00:00Z'),
  (2, 2,    'orders',   1, 'update', '{"status":"paid"}', '{"status":"shipped"}', '2025-02-12T14:00:05Z'),
  (3, NULL, 'coupons',  2, 'insert', NULL,                '{"code":"SPRING5"}',   '2025-02-28T23:00:00Z');
