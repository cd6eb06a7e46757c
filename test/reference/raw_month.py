"""What a careful reader leaves out of the raw first month of Online Retail, line by line.

Usage: python3 raw_month.py [raw.csv]   (default templates/data/…, else the shared folder)

Each left-out line has exactly one kind, so that the kinds and the kept lines sum to the file. The four questions are
asked of every line: no customer (CustomerID empty) - cancelled (InvoiceNo begins with C) - negative quantity - price 0.
Cancelled lines of this file all have negative quantities, so that is not asked of them again.
Exact duplicate lines are kept: the same article twice on one invoice is two lines of one order.
"""
import csv
import os
import sys
from collections import Counter
from decimal import Decimal

from write_json import versions, write

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.dirname(os.path.dirname(HERE))


def find(name):
    for path in [os.path.join(REPOSITORY, "templates/data", name), os.path.join(REPOSITORY, "../shared/data", name)]:
        if os.path.exists(path):
            return path
    sys.exit(f"{name} is neither in templates/data nor in the shared folder; give its path.")


def kind(row):
    nobody, cancelled = row["CustomerID"].strip() == "", row["InvoiceNo"].startswith("C")
    negative, free = int(row["Quantity"]) < 0, Decimal(row["UnitPrice"]) == 0
    if cancelled:
        assert negative
        return "cancelledWithoutCustomer" if nobody else "cancelledWithCustomer"
    if nobody:
        return ("withoutCustomerNegativeQuantity" if negative
                else "withoutCustomerZeroPrice" if free else "withoutCustomer")
    if negative:
        return "negativeQuantityWithCustomer"
    return "zeroPriceWithCustomer" if free else "kept"


def amount_of(rows):
    return sum(int(row["Quantity"]) * Decimal(row["UnitPrice"]) for row in rows)


if __name__ == "__main__":
    path = sys.argv[1] if len(sys.argv) > 1 else find("online_retail_raw_2010_12.csv")
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    kinds = Counter(kind(row) for row in rows)
    assert sum(kinds.values()) == len(rows)
    kept = [row for row in rows if kind(row) == "kept"]
    customers = {row["CustomerID"] for row in kept}
    assert all(c.endswith(".0") and c[:-2].isdigit() for c in customers)
    cleaned = {c[:-2] for c in customers}
    unique = [dict(pairs) for pairs in dict.fromkeys(tuple(row.items()) for row in kept)]
    invoices = {row["InvoiceNo"] for row in kept}
    assert (len(invoices), len(customers), amount_of(kept)) == (1400, 885, Decimal("572713.89"))

    # Beside the invoices file, where the same people are written without ".0".
    with open(find("online_retail_invoices.csv"), newline="", encoding="utf-8") as file:
        other = [row for row in csv.DictReader(file) if row["order_date"] < "2011"]
    clean_customers = {row["customer_id"] for row in other}
    assert {row["order_id"] for row in other} == invoices and clean_customers == cleaned
    assert sum(Decimal(row["amount"]) for row in other) == amount_of(kept)

    # The question a profile that only asks "cancelled?" and "no customer?" answers, and what each trap would cost.
    all_with_customer = [row for row in rows if row["CustomerID"].strip()]
    write(os.path.join(HERE, "raw_month.json"), {
        "generatedBy": "raw_month.py, do not edit",
        "versions": versions(),
        "lines": len(rows),
        "kinds": {
            "withoutCustomer": kinds["withoutCustomer"],
            "withoutCustomerZeroPrice": kinds["withoutCustomerZeroPrice"],
            "withoutCustomerNegativeQuantity": kinds["withoutCustomerNegativeQuantity"],
            "cancelledWithoutCustomer": kinds["cancelledWithoutCustomer"],
            "cancelledWithCustomer": kinds["cancelledWithCustomer"],
            "negativeQuantityWithCustomer": kinds["negativeQuantityWithCustomer"],
            "zeroPriceWithCustomer": kinds["zeroPriceWithCustomer"],
            "kept": kinds["kept"],
        },
        "definitions": {
            "withoutCustomer": "CustomerID empty, InvoiceNo without C, quantity and price above 0",
            "withoutCustomerZeroPrice": "CustomerID empty, InvoiceNo without C, quantity above 0, price 0",
            "withoutCustomerNegativeQuantity": "CustomerID empty, InvoiceNo without C, quantity below 0 (their prices are all 0: stock corrections)",
            "cancelledWithoutCustomer": "InvoiceNo with C and CustomerID empty",
            "cancelledWithCustomer": "InvoiceNo with C, CustomerID given",
            "negativeQuantityWithCustomer": "InvoiceNo without C, CustomerID given, quantity below 0",
            "zeroPriceWithCustomer": "InvoiceNo without C, CustomerID given, quantity above 0, price 0",
            "kept": "CustomerID given, InvoiceNo without C, quantity and price above 0",
        },
        "anyhow": {
            "withoutCustomer": sum(not row["CustomerID"].strip() for row in rows),
            "cancelled": sum(row["InvoiceNo"].startswith("C") for row in rows),
            "negativeQuantity": sum(int(row["Quantity"]) < 0 for row in rows),
            "zeroPrice": sum(Decimal(row["UnitPrice"]) == 0 for row in rows),
            "negativePrice": sum(Decimal(row["UnitPrice"]) < 0 for row in rows),
            "zeroQuantity": sum(int(row["Quantity"]) == 0 for row in rows),
            "cancelledInvoices": len({row["InvoiceNo"] for row in rows if row["InvoiceNo"].startswith("C")}),
            "exactDuplicates": len(rows) - len({tuple(row.items()) for row in rows}),
            "exactDuplicatesKept": len(kept) - len(unique),
        },
        "kept": {"lines": len(kept), "invoices": len(invoices), "customers": len(customers), "amount": str(amount_of(kept)),
                 "firstDay": min(row["InvoiceDate"] for row in kept)[:10], "lastDay": max(row["InvoiceDate"] for row in kept)[:10],
                 "customerDays": len({(row["CustomerID"], row["InvoiceDate"][:10]) for row in kept})},
        "ifDuplicatesWereDropped": {"lines": len(unique), "amount": str(amount_of(unique)),
                                    "invoices": len({row["InvoiceNo"] for row in unique})},
        "ifCancellationsWereKept": {"customers": len({row["CustomerID"] for row in all_with_customer}),
                                    "invoices": len({row["InvoiceNo"] for row in all_with_customer}),
                                    "amount": str(amount_of(all_with_customer))},
        "ifTheBlankWereACustomer": {"customers": len({row["CustomerID"] for row in rows if not row["InvoiceNo"].startswith("C") and int(row["Quantity"]) > 0 and Decimal(row["UnitPrice"]) > 0})},
        "idsAsText": {"customersAsRead": len(customers), "customersWithoutPointZero": len(cleaned), "example": "17850.0",
                      "togetherWithInvoicesFileAsRead": len(customers | clean_customers),
                      "togetherWithInvoicesFileWithoutPointZero": len(cleaned | clean_customers)},
    })
