"""What there is at storey 3: meetings and who is in them, and what those who take part are paid."""

from .meetings import Attendance, Form, Meeting, Task
from .payments import Payment, PaymentExport, Rate

__all__ = ["Attendance", "Form", "Meeting", "Payment", "PaymentExport", "Rate", "Task"]
