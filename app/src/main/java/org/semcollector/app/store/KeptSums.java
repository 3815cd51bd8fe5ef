package org.semcollector.app.store;

import java.time.YearMonth;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Ssid;

/// What is kept beside the readings so that not all of them need to be read: rows for each meter and month, packed by
/// who adds readings up. Always in step with the readings, see [ChangedTimes].
public interface KeptSums {
  /// What a row holds.
  enum Part {
    /// The month as a whole: small, for views of many months or meters.
    MONTH,
    /// The days of the month.
    DAYS
  }

  /// Takes a row.
  interface Rows {
    void take(Ssid ssid, YearMonth month, Bytes row);
  }

  /// The rows of a meter from `first` to `last`, both included, by month.
  void forEach(Ssid ssid, Part part, YearMonth first, YearMonth last, Rows rows) throws StoreException;

  /// The rows of all meters from `first` to `last`, both included, meter by meter, by month.
  void forEach(Part part, YearMonth first, YearMonth last, Rows rows) throws StoreException;
}
